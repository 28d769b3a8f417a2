"""Work in processes of their own, bounded in memory and time: what goes wrong there is felt nowhere else."""
