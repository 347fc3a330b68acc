{% from "partials/search-words.html" import words %}broadsheetSearch.words = {{ words | tojson }};
