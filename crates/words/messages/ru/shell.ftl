### Рамка каждой страницы: полоса, шапка, меню, полоса прошлого, нижняя строка, отметка при печати.
### Ключи этого файла начинаются с shell-. Переменные в фигурных скобках не меняются.

## Перемещение

shell-skip = Перейти к содержанию
shell-menu = Меню
shell-navigation = Основное меню
shell-breadcrumb = Вы здесь
shell-language = Язык
# У ссылки на ту же страницу на другом языке; $language: название языка на нём самом.
shell-language-switch = Эта страница на другом языке: { $language }
shell-sign-in = Войти
shell-sign-out = Выйти
shell-help = Клавиатура и справка
# Заголовок окна. $page: страница, $installation: название установки.
shell-title = { $page } · { $installation }
# Конец перечня, например «Беларусь, Кыргызстан и Таджикистан»; $items: все, кроме последнего, через запятую.
shell-list = { $items } и { $last }

## Что показывает страница: полоса над всем

shell-strip-public = Открытые сведения
shell-strip-public-note = Составлено по опубликованным источникам; они названы внизу страницы.
shell-strip-exercise = Учебные данные
shell-strip-exercise-note = Государства, лица и тексты вымышлены.
shell-strip-exercise-nobody = Ничто здесь не является позицией какого-либо государства или организации.

## Основное меню

shell-nav-home = Начало
shell-nav-tasks = Мои задачи
shell-nav-series = Серии
shell-nav-rounds = Раунды
shell-nav-submissions = Материалы
shell-nav-recommendations = Рекомендации
shell-nav-plans = Планы
shell-nav-sharing = Обмен опытом
shell-nav-states = Государства
shell-nav-sources = Источники
shell-nav-search = Поиск
shell-nav-history = История
shell-nav-about = Об обзорах

## На дату: страница, какой она была известна в прошлом

shell-as-of = На { $date }
shell-as-of-label = На дату:
shell-as-of-today = сегодня
shell-as-of-choose = Показать состояние на дату
# Рядом с датой: по какому случаю, например закрытие раунда.
shell-as-of-close = Закрытие раунда: { $round }
shell-as-of-read-only = На этой странице ничего нельзя изменить.
shell-as-of-return = Вернуться к сегодняшнему дню
shell-as-of-rule = Прошлое доступно только для чтения. Показано то, что вам сейчас разрешено читать, из известного здесь на ту дату.
shell-as-of-reconstructed = Восстановлено по открытым источникам

## Оформление

shell-appearance = Оформление
shell-appearance-system = Как в системе
shell-appearance-light = Светлое
shell-appearance-dark = Тёмное

## Поиск в шапке

shell-search = Поиск
shell-search-label = Поиск по этой установке

## Короткие слова около записи

shell-today = сегодня
shell-yes = да
shell-no = нет
shell-show-all = Показать все
shell-back = Назад
shell-download = Скачать
shell-document-of = Чей документ: { $owner }
shell-read-by = Кому открыт
shell-updated = записано здесь: { $date }

## Нижняя строка

shell-footer = Записи отражают сообщения самих государств и не являются оценкой соблюдения резолюции 1540 (2004).
shell-footer-names = Названия и их порядок не означают какого-либо мнения о правовом статусе какой-либо территории.
shell-footer-contact = Контакты и помощь
shell-footer-portal = Открытый портал
shell-footer-version = Версия { $version }

## Отметка при печати, внизу слева на каждом листе

# Например: ISK18 · Открыто для всех · напечатано 10 июня 2026 г., 14:20 UTC
shell-print-mark = { $symbol } · { $audience } · напечатано { $moment }
# То же о прошлом: НА 16 июня 2023 г. · ISK18 · Открыто для всех · напечатано …
shell-print-mark-as-of = НА { $date } · { $symbol } · { $audience } · напечатано { $moment }

## На дату: поле для другой даты
shell-as-of-day = Другой день, месяц или год
shell-as-of-show = Показать
## Нижняя строка страниц, составленных редактором
shell-footer-archive = Составлено редактором по открытым источникам; ни одна запись не является заявлением государства. Не служит мерой выполнения резолюции 1540 (2004).
