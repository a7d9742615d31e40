-- After Spec Agents' chunks and feedback were loaded. Run as superuser.
set role postgres;
\if :has_vector
create index chunks_embedding_idx on chunks using hnsw (embedding vector_cosine_ops);
\endif
create index chunks_search_vector_idx on chunks using gin (search_vector);
create index chunks_has_codes_idx on chunks (has_codes) where has_codes;
create index chunks_section_title_idx on chunks using gin (to_tsvector('english', coalesce(section_title, '')));
create index chunks_chunk_type_idx on chunks (chunk_type);
create index chunks_document_page_idx on chunks (document_id, page_number);
reset role;
create index feedback_created_at_idx on feedback (created_at);
create index feedback_rating_idx on feedback (rating);
analyze;
