// The translations live in the resource; a library wants one source.
