### Вход, своя учётная запись, люди участника, оператор установки.
### Ключи этого файла начинаются с people-.

## Вход

people-sign-in = Войти
people-sign-in-lede = Для делегаций, организаций и тех, кто обслуживает эту установку. Для открытых данных учётная запись не нужна.
people-sign-in-note = Проверочных заданий и самостоятельной регистрации здесь нет: вас приглашает координатор вашей делегации.
people-sign-out = Выйти
people-login = Имя для входа
people-login-hint = От 3 до 80 знаков, например служебный адрес электронной почты.
people-name = Имя
people-name-hint = Под которым вас знают в делегации. Оно остаётся на этой установке.
people-password = Пароль
people-password-hint = { $count ->
    [one] Не менее { $count } знака. Лучше всего подходит фраза из нескольких слов.
   *[many] Не менее { $count } знаков. Лучше всего подходит фраза из нескольких слов.
}
people-password-old = Нынешний пароль
people-password-new = Новый пароль
people-password-change = Сменить пароль
people-code = Код
people-code-hint = Шесть цифр из приложения для подтверждения входа или один из резервных кодов.
people-continue = Продолжить
people-help = Справка
people-help-text = Обратитесь к координатору вашей делегации или к организатору раунда. Пароль вам сообщить никто не может; можно сделать новое приглашение.
people-again = Введите пароль ещё раз
people-again-why = Следующее действие требует повторного входа.
people-ready = Учётные записи учебных данных
people-ready-who = Чья
people-ready-password = Только в демонстрации. Их пароль:

## Ошибки

people-error-wrong = Имя для входа, пароль или код неверны. Попробуйте ещё раз; в пароле различаются прописные и строчные буквы.
people-error-code = Введите также код второго шага и ещё раз пароль.
people-error-wait = { $count ->
    [one] Было несколько неудачных попыток. Попробуйте через { $count } секунду.
    [few] Было несколько неудачных попыток. Попробуйте через { $count } секунды.
   *[many] Было несколько неудачных попыток. Попробуйте через { $count } секунд.
}
people-error-invitation = Это приглашение уже использовано или отозвано либо срок его действия истёк. Попросите новое.
people-error-taken = Это имя для входа занято. Выберите другое.
people-error-password-length = { $count ->
    [one] В пароле должно быть не менее { $count } знака и не более 256.
   *[many] В пароле должно быть не менее { $count } знаков и не более 256.
}
people-error-length = Слишком коротко или слишком длинно.
people-error-days = Укажите целое число дней от 1 до { $count }.
people-error-store = Сейчас записать не удалось. Попробуйте ещё раз.

## Приглашения

people-invitation = Вас приглашают
people-invitation-until = Приглашение действует до { $date }.
people-invitation-join = Вы вошли как { $name }. Принять приглашение для той же учётной записи?
people-invitation-take = Принять для этой учётной записи
people-invitation-accept = Создать учётную запись

## От чьего имени действует человек

people-acting = От чьего имени я действую
people-acting-lede = Вы действуете от имени одного участника. То, что вы вносите, вносится от его имени, с вашим полномочием.
people-acting-none = Нет полномочий
people-acting-none-why = Вам не предоставлено полномочие, или оно окончено. Предоставить его может координатор вашей делегации.

## Своя учётная запись

people-account = Моя учётная запись
people-second-step = Второй шаг
people-second-step-off = Код из приложения защищает вашу учётную запись даже от того, кто знает пароль.
people-second-step-begin = Подключить
people-second-step-scan = Считайте код на рисунке приложением для подтверждения входа или введите адрес под ним. Затем укажите код, который оно покажет.
people-second-step-confirm = Подтвердить
people-second-step-on = { $count ->
    [one] При входе запрашивается код. Остался { $count } резервный код.
    [few] При входе запрашивается код. Осталось { $count } резервных кода.
   *[many] При входе запрашивается код. Осталось { $count } резервных кодов.
}
people-second-step-end = Отключить второй шаг
people-once = Показывается один раз
people-once-why = Запишите или напечатайте сейчас: здесь это не хранится и снова показано не будет.
people-sessions = Где выполнен вход
people-session-browser = Браузер
people-session-since = С какого времени
people-session-used = Последнее обращение
people-session-here = этот
people-session-end = Завершить
people-sessions-end-all = Выйти везде, кроме этого браузера
people-tokens = Ключи для программ
people-tokens-what = Программа с таким ключом читает или действует по полномочию, по которому вы действуете сейчас, до указанной даты.
people-token-name = Для чего ключ
people-token-days = На сколько дней
people-token-may-act = Может также действовать
people-token-make = Создать ключ
people-token-acts = читает и действует
people-token-reads = только читает
people-token-until = до { $date }
people-token-used = последнее обращение { $date }
people-token-revoke = Отозвать
people-token-revoked = отозван
people-tokens-how = Как им пользуется программа
people-token-only = Только такие действия
people-token-only-hint = Их слова через пробел, например: question reply. Если не указано — всё, что позволяет ваше полномочие.
people-token-only-these = только: { $acts }
people-token-ran-out = срок истёк { $date }
people-token-unused = ещё не использовался
people-token-mandate-ended = полномочие прекращено

## Люди участника

people-ours = Наши люди
people-ours-lede = Кто действует здесь от вашего имени, в каком качестве и с какого времени. Каждое изменение — действие, которое остаётся в записи.
people-mandates = Полномочия
people-person = Человек
people-as = В качестве
people-since = С
people-until = До
people-end = Прекратить полномочие
people-ended = окончено
people-nobody-yet = пока никто
people-invited-until = приглашение действует до { $date }
people-invite = Пригласить
people-invite-how = Вы получите ссылку, которая действует четырнадцать дней и срабатывает один раз. Передайте её сами, способом, которому доверяете.
people-invite-whom = Кого
people-invite-whom-hint = Пометка для вас и для приглашённого. Она остаётся на этой установке.
people-invite-make = Сделать ссылку
people-invite-again = Новая ссылка
people-invite-revoke = Отозвать ссылку
people-agencies = От каких ведомств (для исполнителей)
people-note-verbale = Вербальная нота
people-note-verbale-hint = Номер и дата ноты, которой человек назначен, если она есть.
people-link = Ссылка
people-link-why = Она показывается один раз и срабатывает один раз. Принять приглашение может тот, у кого она есть.

## Оператор установки

people-operator = Эта установка
people-operator-lede = Государства и организации и учётные записи этой установки. Ничего, что не открыто для всех, здесь не показано.
people-parties = Государства и организации на этой установке
people-parties-none = Пока нет.
people-party-create = Создать государство или организацию
people-party-create-how = Участник один раз указывает своё название, а его первый координатор получает ссылку. С этого времени от его имени действуют только его люди. Его корневой ключ хранится здесь по доверию, пока он не представит свой.
people-party-label = Обозначение
people-party-label-hint = Прописные латинские буквы, например KGZ.
people-party-name-en = Название по-английски
people-party-name-ru = Название по-русски
people-party-sort = Что это
people-party-coordinator = Для кого первая ссылка
people-party-make = Создать и сделать ссылку
people-accounts = Учётные записи
people-disable = Отключить
people-enable = Включить
people-yes = да
people-no = нет

## Что только что сделано

people-said-joined = Приглашение принято. Выберите, от чьего имени вы действуете.
people-said-acting = Вы действуете от имени выбранного участника.
people-said-password = Пароль сменён; во всех других местах вход завершён.
people-said-second-step-ended = Второй шаг отключён.
people-said-sessions = Завершено.
people-said-token-revoked = Ключ отозван.
people-said-changed = Сделано и внесено в запись.
