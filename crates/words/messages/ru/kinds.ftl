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

## Прочее

# Запись такого вида, которого эта версия не знает.
kind-unknown = запись, для которой нужна более новая версия

## Что вносят государства, организации и раунды

kind-agency = ведомство
kind-modalities = порядок проведения
kind-statement = заявление делегации
kind-conclusion = вывод раунда
kind-treaty = договор
kind-treaty-status = участие в договоре
