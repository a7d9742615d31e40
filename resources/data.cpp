// The data lives in the resource; a library wants one source.
