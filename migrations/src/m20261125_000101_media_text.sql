-- What a picture shows is said where it is used (docs/adr/0012).
DROP TABLE media_text
