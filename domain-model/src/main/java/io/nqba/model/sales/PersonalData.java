package io.nqba.model.sales;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is, unreadable without the keys: name, e-mail and phone, each sealed on its own and bound to the cache, the row and the
 * field it stands in, so that a sealed text moved elsewhere does not open. The keys never enter the grid. Empty is not known.
 */
public final class PersonalData {
    /** Nobody known. */
    public static final PersonalData NONE = new PersonalData(new byte[0], new byte[0], new byte[0], 0);

    private final byte[] name;

    private final byte[] email;

    private final byte[] phone;

    private final int keyId;

    /**
     * @param name sealed name
     * @param email sealed e-mail
     * @param phone sealed phone number
     * @param keyId key they were sealed with; 0 when all are empty
     */
    public PersonalData(byte[] name, byte[] email, byte[] phone, int keyId) {
        this.name = name.clone();
        this.email = email.clone();
        this.phone = phone.clone();
        this.keyId = keyId;
    }

    public byte[] name() {
        return name.clone();
    }

    public byte[] email() {
        return email.clone();
    }

    public byte[] phone() {
        return phone.clone();
    }

    public int keyId() {
        return keyId;
    }

    /** Returns whether nothing is known. */
    public boolean isEmpty() {
        return name.length == 0 && email.length == 0 && phone.length == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonalData that
                && Arrays.equals(name, that.name)
                && Arrays.equals(email, that.email)
                && Arrays.equals(phone, that.phone)
                && keyId == that.keyId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(name), Arrays.hashCode(email), Arrays.hashCode(phone), keyId);
    }

    @Override
    public String toString() {
        return "PersonalData[%s]".formatted(keyId);
    }
}
