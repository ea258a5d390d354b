package io.nqba.model.sales;

import io.nqba.model.error.Require;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.ignite.cache.query.annotations.QuerySqlField;
import org.jspecify.annotations.Nullable;

/**
 * Which features the leads of a source have, in the order of {@link Lead#values()}. Replicated. A schema is never changed once leads carry
 * it: other features are another schema.
 */
public final class LeadSchema {
    @QuerySqlField(name = "SCHEMA_ID")
    private final String schemaId;

    private final String[] names;

    private final FeatureKind[] kinds;

    private final String[][] categories;

    private final String[] units;

    @QuerySqlField(name = "TARGET")
    private final String target;

    /**
     * @param schemaId identifier, such as {@code bank}
     * @param names names of the features
     * @param kinds how each is to be read, in the order of the names
     * @param categories words of each category in the order of their indexes; empty for a number
     * @param units unit of each number; empty where it has none
     * @param target what {@link Outcome#WON} means, such as {@code subscribed}
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public LeadSchema(
            String schemaId,
            String[] names,
            FeatureKind[] kinds,
            String[][] categories,
            String[] units,
            String target) {
        this.schemaId = Require.text("schemaId", schemaId);
        this.names = names.clone();
        this.kinds = kinds.clone();
        this.categories = copy(categories);
        this.units = units.clone();
        this.target = Require.text("target", target);
        if (kinds.length != names.length || categories.length != names.length || units.length != names.length) {
            throw new IllegalArgumentException(
                    "The names (%d), kinds (%d), categories (%d) and units (%d) must be equally many."
                            .formatted(names.length, kinds.length, categories.length, units.length));
        }
    }

    public String schemaId() {
        return schemaId;
    }

    public String[] names() {
        return names.clone();
    }

    public FeatureKind[] kinds() {
        return kinds.clone();
    }

    public String[][] categories() {
        return copy(categories);
    }

    public String[] units() {
        return units.clone();
    }

    public String target() {
        return target;
    }

    /** Returns how many features a lead has. */
    public int width() {
        return names.length;
    }

    /** Returns where a feature stands, -1 when there is none of that name. */
    public int indexOf(String name) {
        return List.of(names).indexOf(name);
    }

    /** Returns the words of a category, empty for a number. */
    public List<String> words(int feature) {
        return List.of(categories[feature]);
    }

    private static String[][] copy(String[][] from) {
        return Arrays.stream(from).map(String[]::clone).toArray(String[][]::new);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadSchema that
                && schemaId.equals(that.schemaId)
                && Arrays.equals(names, that.names)
                && Arrays.equals(kinds, that.kinds)
                && Arrays.deepEquals(categories, that.categories)
                && Arrays.equals(units, that.units)
                && target.equals(that.target);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                schemaId,
                Arrays.hashCode(names),
                Arrays.hashCode(kinds),
                Arrays.deepHashCode(categories),
                Arrays.hashCode(units),
                target);
    }

    @Override
    public String toString() {
        return "LeadSchema[%s, %s]".formatted(schemaId, target);
    }
}
