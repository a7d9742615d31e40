// Fonts and icons live in the resource; a library wants one source.
