### Кому открыта запись и в каком качестве действует человек.
### Ключи этого файла начинаются с audience-.

## Обозначения, всегда вместе со знаком

audience-agency = Ведомство
audience-own = Своя делегация
audience-named = Названные
audience-round = Государства раунда
audience-organizations = Государства и приглашённые организации
audience-series = Государства серии
audience-public = Открыто для всех

## В каком качестве действует человек

audience-role-editor = редактор
audience-role-coordinator = координатор
audience-role-organizer = организатор
audience-role-chair = председатель
audience-role-reader = читатель
audience-role-contributor = исполнитель от ведомства
audience-role-translator = переводчик
