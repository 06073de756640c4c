### Чей документ, кому он открыт, окончателен ли он.
### Ключи этого файла начинаются с provenance-.

provenance-editor = Составлено редактором
# Чей документ: то, что принадлежит раунду совместно.
provenance-joint = { $round }, совместно
provenance-may-read = что открыто для: { $reader }
provenance-draft = Проект, ред. { $number }
provenance-shared = Представлено, ред. { $number }, { $date }
provenance-read-log = { $owner } видит, в какие дни ваша сторона это читает, но не кто именно
