### Названия языков, внутри предложения.
### Ключи этого файла начинаются с language-.

language-be = белорусский
language-en = английский
language-es = испанский
language-fr = французский
language-hr = хорватский
language-kk = казахский
language-ky = кыргызский
language-mn = монгольский
language-pl = польский
language-pt = португальский
language-ru = русский
language-tg = таджикский
language-tk = туркменский
language-uz = узбекский
