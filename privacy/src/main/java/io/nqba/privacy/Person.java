package io.nqba.privacy;

/**
 * Who a person is, readable. Stays in one JVM: what is stored or sent is {@link io.nqba.model.sales.PersonalData}. Its text form shows
 * nobody, so that it may appear in a log.
 *
 * @param name as people call them; empty when it is not known
 * @param email as it was given; empty when it is not known
 * @param phone as it was given; empty when it is not known
 */
public record Person(String name, String email, String phone) {
    /** Nobody known. */
    public static final Person NOBODY = new Person("", "", "");

    @Override
    public String toString() {
        return "Person[]";
    }
}
