### Practices, assistance, library, events, contacts.
### Keys of this file begin with sharing-.
