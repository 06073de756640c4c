### Перечень государств и страница одного из них.
### Ключи этого файла начинаются с states-.

## Все государства

states-lead = Кто участвовал в обзорах, в алфавитном порядке. По опубликованным источникам.
states-lead-exercise = Вымышленные государства учебных данных, в алфавитном порядке.
# Donors, hosts of events, guests.
states-others = Другие государства, названные в источниках
states-kept-here = Государства этой установки
states-label = Код
states-took-part = В каких раундах участвовало
states-order-note = Код, например KGZ, действует только в этой установке.
states-empty = Государств пока нет
states-empty-why = Государство появится здесь, когда будет записано.

## Карта

states-map-show = Показать карту
states-map-title = Контуры государств из таблицы. Таблица содержит те же сведения.
states-map-scrolls = Карта, прокручивается вбок
states-map-disclaimer = Схема, не в масштабе. Контуры и названия не означают какого-либо мнения о правовом статусе какой-либо территории или о делимитации её границ.
# $file: имя файла.
states-map-not-installed = Карта здесь не установлена. Её может добавить оператор: файл { $file } с контурами (многоугольники GeoJSON, в свойствах которых указано название государства) кладут в папку данных, после чего установку запускают заново.
states-map-none-of-these = В установленной карте нет контуров этих государств.

## Страница государства: разделы

states-names = Названия
states-rounds = Раунды
states-recommendations = Рекомендации
states-agencies = Ведомства
states-treaties = Договоры, организации и режимы
states-laws = Нормативные акты
states-plans = Национальные планы действий
states-documents = Доклады и документы
states-practices = Эффективные практики
states-assistance = Потребности и предложения
states-events = Мероприятия
states-contacts = Контактные пункты

states-no-source = Открытый источник здесь не указан; государство может его представить.
states-nothing-readable = Открытых вам записей здесь нет.

states-language = Язык
states-name = Название
states-recommendations-to = Рекомендации, адресат которых { $state }
# $state: название государства. Источники о прежних обзорах обычно не называют адресатов.
states-recommendations-of-rounds = Рекомендации раундов с участием государства: { $state } (если источники не называют адресатов, то все)
states-held-here = раунд проходил здесь
states-source-later = источник более поздний
# После названия ведомства.
states-agency-since = с { $date }
states-agency-before = Прежде
states-in-the-library = Все, в библиотеке
states-law-adopted = дата принятия: { $date }
states-law-from = действует с { $date }
states-plan-submitted = направлен в Комитет 1540 { $date }
states-confirmed = подтверждено { $date }

## Договоры

states-treaty = Договор
states-standing = Участие
states-law = Национальный закон
states-signed = Подписан
states-deposited = Документ сдан
states-in-force = В силе с
states-as-of = Источники на
states-deposit = { $step }, { $date }
states-confirm = Подтвердить, прежде чем ссылаться:
states-treaties-note = Четыре даты приводятся отдельно: национальный закон, подписание, сдача документа, вступление в силу. Если депозитарии называют разные дни, ниже приведён каждый. Пустая ячейка не означает «нет».

## Участие в договоре

states-standing-party = участник
states-standing-in-force = действует
states-standing-not-in-force = не действует
states-standing-signed = подписан
states-standing-ratified = ратифицирован, сведений о сдаче грамоты нет
states-standing-acceded = присоединилось, сведений о сдаче документа нет
states-standing-law-adopted = закон принят, сведений о сдаче документа нет
states-standing-not-party = не участник
states-standing-subscribed = присоединилось
states-standing-not-subscribed = не присоединилось
states-standing-member = член
states-standing-not-member = не член
states-standing-participant = участник режима
states-standing-not-participant = не участник режима
states-standing-participating-state = государство-участник
states-standing-adherent = следует правилам, не участвуя
states-standing-observer = наблюдатель
states-standing-not-applicable = не открыт для этого государства
states-standing-not-found = в прочитанных источниках не найдено

## Каким шагом

states-step-signature = подписание
states-step-ratification = ратификация
states-step-acceptance = принятие или утверждение
states-step-accession = присоединение
states-step-succession = правопреемство
states-step-subscription = присоединение к кодексу
states-step-entry-into-force = вступление в силу

## Вид документа

states-sort-constitution = конституция
states-sort-code = кодекс
states-sort-law = закон
states-sort-decree = указ
states-sort-resolution = постановление
states-sort-order = приказ ведомства
states-sort-control-list = контрольный список
states-sort-programme = стратегия или программа
states-sort-agreement = международное соглашение
states-sort-other = иной документ

## Действует ли он

states-force-in-force = действует
states-force-amended = действует с изменениями
states-force-repealed = утратил силу
states-force-draft = проект

## Состояние плана

states-plan-in-preparation = готовится
states-plan-approved = утверждён
states-plan-over = период завершён

## Состояние потребности

states-need-open = открыта
states-need-partly-agreed = согласована частично
states-need-agreed = согласована
states-need-met = удовлетворена
states-need-withdrawn = снята
