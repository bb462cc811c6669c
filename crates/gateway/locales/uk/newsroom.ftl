## Редакція
title-admin = Редакція
admin-nav = Редакція
admin-welcome = Ви ввійшли як { $role }. Ось чим ви можете опікуватися.
admin-role-owner = власник
admin-role-admin = адміністратор
admin-role-editor = редактор
admin-role-author = автор
admin-role-translator = перекладач

## Редакція: гроші
title-admin-billing = Передплати та платежі
admin-who = Хто
admin-plan = Передплата
admin-state = Стан
admin-since = Від
admin-unproved = ще не входив
admin-sales-none = Ще ніхто не передплатив.
admin-failing-none = Усі платежі гаразд.
admin-event-kept = збережено
admin-event-applied = опрацьовано
admin-event-waiting = очікує
admin-given-up = Покинуто
admin-given-up-text = Це надто часто не вдавалося. Коли причину усунено, спробуйте знову.
admin-given-up-attempts = { $attempts ->
    [one] { $attempts } спроба.
    [few] { $attempts } спроби.
   *[other] { $attempts } спроб.
}
admin-replay = Спробувати знову
