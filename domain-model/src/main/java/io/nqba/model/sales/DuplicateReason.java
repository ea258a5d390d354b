package io.nqba.model.sales;

/** Why rows may be the same, surest first. */
public enum DuplicateReason {
    /** The same e-mail address, by its keyed hash. */
    EMAIL,
    /** The same name, however it is written: {@link NameKey}. */
    SPELLING,
    /** Names that one letter tells apart: one more, one less, another one, or two swapped. */
    SIMILAR
}
