{% set said = {"search": words.texts["search"], "articles": words.texts["articles"]} %}
{% for key, text in words.texts.items() if key.startswith("search_") %}
{% set _ = said.update({key[7:]: text}) %}
{% endfor %}
broadsheetSearch.words = {{ said | tojson }};
