"""What a pack holds, put together from its figures: data sheets, tables and sections."""
