### Рекомендации: перечень, отдельная рекомендация с преемственностью и отчётами, таблица хода выполнения.
### Ключи этого файла начинаются с recommendations-.

## Перечень

recommendations-title = Рекомендации
recommendations-lead = Рекомендации, предложения раундов и эффективные практики, принятые или отмеченные раундами, а также проекты — в той мере, в какой они вам открыты.
recommendations-all = Все тексты
recommendations-to-board = Таблица хода выполнения
recommendations-empty = Рекомендаций нет
recommendations-empty-why = Нет открытых вам записей, отвечающих условиям отбора.
recommendations-voluntary = Рекомендация принимается консенсусом участвующих государств. Она носит добровольный характер, не является международным договором и не создаёт юридических обязательств; заявления печатаются вместе с текстом.

## Графы, сведения и отбор

recommendations-symbol = Условное обозначение
recommendations-recommendation = Рекомендация
recommendations-series = Серия
recommendations-round = Раунд
recommendations-adopted = Дата принятия
recommendations-adopted-at = Где принята
recommendations-addressee = Адресат
recommendations-addressees = Адресаты
recommendations-theme = Тема
recommendations-themes = Темы
recommendations-kind = Вид
recommendations-course = Состояние
recommendations-state = Государство
recommendations-addressees-unknown = Источники не указывают, кому она адресована

## Виды, состояние, стадии проекта

recommendations-sort-recommendation = Рекомендация
recommendations-sort-suggestion = Предложение раунда
recommendations-sort-good-practice = Эффективная практика
recommendations-course-draft = Проект
recommendations-course-open = Открыта
recommendations-course-open-public = Открыта, насколько это опубликовано
recommendations-course-concluded = Рассмотрение завершено
# Эффективная практика ни к кому не обращена.
recommendations-noted = Отмечена
recommendations-stage-tabled = Внесён
recommendations-stage-rolling = Рабочий текст, со скобками
recommendations-stage-clean = Текст председателя, чистый
recommendations-stage-silence = Текст председателя, процедура умолчания
recommendations-stage-ad-referendum = Согласован ad referendum
recommendations-stage-withdrawn = Отозван

## Как называется текст и окончателен ли он

# $round: Душанбинский раунд, 2017 г.
recommendations-lettered = { $round }, ({ $letter })
recommendations-round-of = { $round }, { $year } г.
recommendations-adopted-on = Принята консенсусом, { $date }
recommendations-no-number = номер присваивается при принятии
recommendations-draft = Проект
recommendations-text-of = Текст от { $date }
recommendations-not-adopted = Не принят, цитированию не подлежит.

## Текст

recommendations-text = Текст
recommendations-adopted-text = Принятый текст
recommendations-original = подлинник
recommendations-language-missing = На этом языке текста нет.
recommendations-behind = Перевод отстаёт от подлинника.
recommendations-courtesy = Неофициальный перевод, подлежит подтверждению.
recommendations-brackets = В скобках — несогласованный текст с буквенными обозначениями делегаций, которые его предложили.
recommendations-silence-rule = Отсутствие ответа не является возражением. Любое письменное возражение или поправка, поступившие до истечения срока, прерывают процедуру умолчания, о чём немедленно сообщается всем.
recommendations-silence-end = Срок указан в примечании. Итог процедуры будет показан здесь, когда о нём сообщит председатель.
recommendations-paraphrased = Изложение того, что сообщают открытые источники. Сам текст, его номер и порядок не опубликованы; буква присвоена нами.
recommendations-statement-statement = Заявление: { $party }
recommendations-statement-interpretive = Интерпретирующее заявление: { $party }
recommendations-statement-reservation = Оговорка: { $party }
recommendations-compared = Сопоставление с более ранними редакциями
recommendations-compared-note = Подчёркнуто: новое в приведённом выше тексте. Зачёркнуто: исключено из него.
recommendations-against = По сравнению с { $revision }, { $date }

## Сведения

recommendations-facts = Сведения
recommendations-tabled-by = Кем внесён
recommendations-tabled-unknown = председателем
recommendations-how-session = на заседании, без возражений делегаций
recommendations-how-silence = по процедуре умолчания
recommendations-adopters = Кем принята
recommendations-basis = Основание
recommendations-items = Резолюция
recommendations-term = Срок
recommendations-note = Примечание
recommendations-sources = Источники
recommendations-frozen = Хеш текста
recommendations-drafting = История подготовки
recommendations-record = Запись
recommendations-never-public = не публикуется
recommendations-public-reads = Открыто для всех
recommendations-public-reads-what = текст, дата, принявшие государства и заявления. Всё остальное на этой странице имеет собственную пометку.
recommendations-became = Что стало с рекомендацией, по данным источников
recommendations-became-unknown = Открытые источники не сообщают, что стало с этой рекомендацией; государство может представить такие сведения.

## Преемственность

recommendations-lineage = Преемственность
recommendations-lineage-drawing = Преемственность от раунда к раунду, схема
recommendations-lineage-key = Сплошная линия: перенесено, объединено или развито. Пунктирная линия: подсказано. Пунктирная рамка: проект, показан лишь тем, кому он открыт.
recommendations-lineage-cut = На схеме показано не всё.
recommendations-lineage-words = То же словами
recommendations-lineage-since = После этого
recommendations-kin-draft = { $symbol }, проект
recommendations-kin-measure = Мероприятие { $symbol }
recommendations-kin-practice = Практика { $symbol }
recommendations-relation-repeats = { $later } повторяет { $earlier }.
recommendations-relation-replaces = { $later } заменяет { $earlier }.
recommendations-relation-merges = { $earlier } вошла в { $later }.
recommendations-relation-follows-from = { $later } делает следующий шаг после { $earlier }.
recommendations-relation-inspired-by = { $later } опирается на идею { $earlier }.

## Что доложено и какие сделаны выводы

recommendations-reported = Что доложили государства
recommendations-reported-region = Отчёты по государствам и раундам, прокручивается вбок
recommendations-last-report = Последний отчёт
recommendations-last-report-short = последний отчёт
recommendations-not-addressee = не адресат
recommendations-own-statements = Отчёты представлены самими государствами и не являются оценкой соблюдения. Выводы раундов приводятся отдельно.
recommendations-concluded = Выводы раундов
recommendations-for-all = для всех адресатов
recommendations-verdict-carried-out = Выполнена, рассмотрение завершено
recommendations-verdict-open = Остаётся открытой
recommendations-verdict-carried-forward = Перенесена в более поздний текст
recommendations-verdict-overtaken = Утратила актуальность
recommendations-measures = Мероприятия по её выполнению
recommendations-number = №
recommendations-measure = Мероприятие
recommendations-responsible = Исполнитель
recommendations-progress = Ход выполнения
recommendations-joint = Совместное мероприятие
recommendations-reports = Отчёты о ходе выполнения
recommendations-reports-latest = сначала последние
recommendations-reports-older = { $count ->
    [one] Ещё { $count } отчёт
    [few] Ещё { $count } отчёта
   *[many] Ещё { $count } отчётов
}
recommendations-report-number = Отчёт { $number }
recommendations-evidence = Подтверждение

## Таблица

recommendations-board = Ход выполнения рекомендаций
recommendations-board-now = на { $moment }
recommendations-board-lead = Последний отчёт каждого адресата по каждой рекомендации; выводы раундов приведены на странице рекомендации.
recommendations-board-lead-past = Таблица в том виде, какой она имела на этот день: что было принято и доложено к тому времени.
recommendations-board-lead-sources = Что стало с рекомендациями прежних обзоров, по данным открытых источников. Государства здесь не отчитывались.
recommendations-board-region = Таблица, прокручивается вбок
recommendations-board-caveat = Каждая запись — последний отчёт самого государства с его датой. Ни одна запись не является оценкой соблюдения; государства приведены в алфавитном порядке, ничего не суммируется.
recommendations-board-sources = Изложение того, что сообщают открытые источники; ничего не суммируется. Если источников нет, государство может представить такие сведения.
recommendations-board-empty = Рекомендаций для рассмотрения нет
recommendations-board-empty-past = К этому дню в данной серии ничего открытого вам принято не было либо условия отбора ничего не оставили.
recommendations-no-theme = Без темы
recommendations-filters = Отбор
recommendations-any-round = Любой раунд
recommendations-all-themes = Все темы
recommendations-which = Рекомендации
recommendations-which-all = Все
recommendations-date-is = дата: последний отчёт
recommendations-as-of = По состоянию на
recommendations-public-only = Здесь приведены лишь отчёты, открытые для всех.
