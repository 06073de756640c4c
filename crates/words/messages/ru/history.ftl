### История записи: её редакции, кто и когда их записал, как их проверить.
### Ключи этого файла начинаются с history-.

## Страница

history-title = История этой записи
history-lead = Ничто не меняется задним числом: каждая редакция следует за предыдущей и называет её хеш.
history-versions = { $count ->
    [one] { $count } редакция
    [few] { $count } редакции
   *[other] { $count } редакций
}
history-newest = последняя
history-see = Показать эту редакцию

## Одна редакция

history-version = Редакция { $number }
history-recorded = Записано
history-stated = Сведения на
history-by = Кем

## Проверка

history-content-hash = Хеш содержания
history-version-hash = Хеш редакции

## Если чего-то больше нет

history-erased = стёрто
history-erased-why = Содержание стёрто; его хеш остаётся, и цепочка цела.
history-withdrawn = отозвано
history-needs-newer = Эта редакция записана более новой программой Tamga и здесь показана быть не может.

## Таблица
# $record: как называется запись.
history-of = История: { $record }

## Что изменила редакция
history-first = Первая редакция, открытая для вас.
history-unchanged = Содержание то же, что в предыдущей редакции.
history-key-new = новое
history-key-gone = снято
# $number: счёт ведётся в пределах круга читателей.
history-revision = Представлено, ред. { $number }

## Поля, как они стоят рядом с изменением
# Названия полей; поле без названия показано так, как оно хранится.
history-field-sources = источники
history-field-note = примечание
history-field-title = название
history-field-symbol = условное обозначение
history-field-round = раунд
history-field-words = текст
history-field-party = государство или организация
history-field-sort = вид
history-field-themes = темы
history-field-url = адрес в сети
history-field-number = номер
history-field-standing = состояние
history-field-name = название
history-field-names = названия
history-field-label = обозначение
history-field-from = с
history-field-to = до
history-field-scope = охват
history-field-summary = краткое содержание
history-field-place = место
history-field-date = дата
history-field-dates = даты
history-field-by = кем
history-field-when = когда
history-field-languages = языки
history-field-follows = предыдущее
history-field-later = последующее
history-field-earlier = предыдущее
history-field-adopted = принято
history-field-word = слово
history-field-term = срок
history-field-tasks = задачи
history-field-task = задача
history-field-steps = этапы
history-field-step = этап
history-field-submission = материалы
history-field-role = роль
history-field-refers = ссылается на
history-field-part = часть
history-field-paragraphs = пункты
history-field-organizations = организации
history-field-states = государства
history-field-on = о чём
history-field-item = позиция
history-field-items = позиции
history-field-in-force = действует с
history-field-how = как
history-field-extent = объём
history-field-coordinator = координатор
history-field-content = содержание
history-field-code = код
history-field-catalogue = перечень
history-field-at = место в тексте
history-field-aim = цель
history-field-abbreviation = сокращение
history-field-with = соисполнители
history-field-with-named = соисполнители, как записано
history-field-visit = посещение
history-field-verdict = вывод
history-field-until = до
history-field-topic = тема
history-field-text = текст
history-field-tabled-by = кем внесено
history-field-submitted = направлено
history-field-source = источник
history-field-serves = рекомендации
history-field-result = ожидаемый результат
history-field-rests-on = основания
history-field-relation = связь
history-field-practice = практика
history-field-post = должность
history-field-function = функция
history-field-phone = телефон
history-field-mail = почта
history-field-needs = потребности
history-field-narrative = описание
history-field-may-circulate = может быть передано
history-field-invited-by = предложено до
history-field-instruments = нормативные акты
history-field-instrument = нормативный акт
history-field-funding = финансирование
history-field-executor = ответственный исполнитель
history-field-executor-named = ответственный исполнитель, как записано
history-field-evidence = подтверждение
history-field-confirmed = подтверждено
history-field-comment = комментарий
history-field-citations = ссылки
history-field-changed-by = изменено
history-field-cells = клетки
history-field-cell = клетка
history-field-capacity = качество
history-field-brief = одной строкой
history-field-became = что стало
history-field-basis = основание
history-field-remarks = замечания
history-field-articles = статьи
history-field-article = статья
history-field-approved-on = утверждено
history-field-approved = чем утверждено
history-field-agreed = согласованные предложения
history-field-agencies = ведомства
history-field-agency = ведомство
history-field-addressees = адресаты
history-field-address = адрес
history-field-pages = страницы
history-field-members = члены
history-field-head = глава
history-field-session = заседание
history-field-series = серия
history-field-of = относится к
history-field-about = о чём
history-field-participants = участники
history-field-initiators = инициаторы
history-field-hosts = принимающая сторона
history-field-organizers = организаторы
history-field-donors = доноры
history-field-notes = примечания
history-field-format = формат
history-field-form = форма
history-field-slug = слово в адресе

## Слова, как они хранятся
history-code-tabled = внесено
history-code-rolling = сводный текст
history-code-clean = чистый текст председателя
history-code-silence = на процедуре умолчания
history-code-ad-referendum = согласовано ad referendum
history-code-withdrawn = снято
history-code-proposed = предложен
history-code-announced = объявлен
history-code-unconfirmed = объявлен, не подтверждён
history-code-held = проведён
history-code-closed = закрыт
history-code-under-way = выполняется
history-code-partly = выполнено частично
history-code-carried-out = выполнено
history-code-overtaken = утратило актуальность
history-code-in-session = заседание
history-code-preparing = подготовка
history-code-follow-up = ход выполнения
history-code-recommendation = рекомендация
history-code-suggestion = предложение
history-code-good-practice = эффективная практика
history-code-in-preparation = готовится
history-code-approved = утверждён
history-code-over = период завершён
history-code-in-force = действует
history-code-draft = проект
history-code-open = открыто
history-code-agreed = согласовано
history-code-met = удовлетворено
