### Glossary and help.
### Keys of this file begin with help-.
