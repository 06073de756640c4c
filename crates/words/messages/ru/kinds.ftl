### Как называются виды записей: единственное число, внутри предложения.
### Ключи этого файла начинаются с kind-.

## Те, кто участвует

kind-party = участник
kind-state = государство
kind-organization = организация

## Что хранит архив

kind-source = источник
kind-theme = тема
kind-series = серия
kind-round = раунд
kind-delegation = делегация
kind-session = заседание
kind-site-visit = ознакомительное посещение
kind-outcome = итог
kind-recommendation = рекомендация
kind-proposal = предложение
kind-event = мероприятие
kind-disagreement = расхождение источников

## Что записывают государства и раунды

kind-agency = ведомство
kind-treaty = договор
kind-treaty-status = участие в договоре
kind-instrument = нормативный акт
kind-catalogue = перечень
kind-catalogue-map = таблица соответствия редакций перечня
kind-modalities = порядок проведения
kind-submission = национальные материалы
kind-part = часть национальных материалов
kind-answer = ответ
kind-question = вопрос
kind-reply = ответ на вопрос
kind-closing = закрытие вопроса
kind-observation = наблюдение
kind-statement = заявление делегации
kind-lineage = преемственность
kind-adoption = принятие
kind-progress = отчёт о ходе выполнения
kind-conclusion = вывод раунда
kind-plan = национальный план действий
kind-roadmap = дорожная карта
kind-measure = мероприятие плана
kind-practice = эффективная практика
kind-offer = предложение содействия
kind-need = потребность в содействии
kind-document = документ
kind-contact = контактный пункт
kind-clearance-list = перечень согласующих
kind-clearance = согласование
kind-approval = виза
kind-marking = пометка
kind-marking-scheme = перечень пометок
kind-file = файл
kind-erasure = удаление

## Прочее

# Запись такого вида, которого эта версия не знает.
kind-unknown = запись, для которой нужна более новая версия
