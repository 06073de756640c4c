### Names of languages, within a sentence.
### Keys of this file begin with language-.

language-be = Belarusian
language-en = English
language-es = Spanish
language-fr = French
language-hr = Croatian
language-kk = Kazakh
language-ky = Kyrgyz
language-mn = Mongolian
language-pl = Polish
language-pt = Portuguese
language-ru = Russian
language-tg = Tajik
language-tk = Turkmen
language-uz = Uzbek
