# The words of forms: templates, examples and exports that can be filled in and imported.

forms-sheet-filled = Fill in
forms-sheet-notes = Notes
forms-sheet-lists = Lists
forms-name =
    { $layout ->
        [wide] { $region }-{ $form } (wide)
        [list] { $region }-{ $form } (list of codes)
       *[long] { $region }-{ $form }
    }
forms-notes-title = { $form }: how to fill it in
forms-template = { $form }-template
forms-example = { $form }-example (made up)
forms-schematic = Schematic borders (drawn around township seats, not legal boundaries)
forms-wide-heading = Indicator (unit)
forms-not-listed = Not in the list
forms-choose =
    { $is_strict ->
        [true] Please choose from the list.
       *[false] Not in the list. If it does exist it may stay; the import checks it again.
    }
forms-correct = Please correct
forms-rules =
    { $content ->
        [number] Numbers only. Leave it empty where there is no data.
        [year] A year of four digits, such as 2016.
       *[degrees] Decimal degrees, such as 113.05.
    }
forms-prompt =
    { $is_required ->
        [true] { $meaning }. Required
       *[false] { $meaning }
    }
forms-explained-column = Column
forms-explained-required = Required
forms-explained-meaning = What to fill in
forms-explained-example = Example
forms-list-columns =
    { $column ->
        [area] Area
        [township] Township
        [code] Area code
        [level] Level
        [indicator] Indicator
        [wide_heading] Indicator (unit)
        [unit] Unit
        [other_units] Other units
        [note] Note
        [kind] Kind
        [meaning] Meaning
        [type] Facility type
        [capacity] What capacity counts
        [road_class] Road class
       *[approximate] Approximate
    }
forms-levels =
    { $level ->
        [outside] area of reference
        [city] whole city
        [county] county
       *[around] wider area
    }
forms-former = former name of { $county }, up to { $year }
forms-township-of = township, { $county }
forms-count = count
forms-rate = indicator (a finished rate): { $definition }
forms-example-note = Example; please delete it before importing
forms-example-warning = This file is an example: all figures and names are made up, to show how it is filled in. Do not import and publish it as real data.
forms-example-named = Example: { $name } { $number } (made up)
forms-example-village = Example village { $number } (made up)
forms-example-road = Example road { $number } (made up)
forms-example-code = example-{ $number }
