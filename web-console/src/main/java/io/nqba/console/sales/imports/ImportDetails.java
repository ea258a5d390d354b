package io.nqba.console.sales.imports;

import java.util.List;
import java.util.Map;

/**
 * What a report of an import knows beside its counts. Stored as JSON; holds nothing of the persons in the file.
 *
 * @param bytes size of the file
 * @param pieces how many pieces it lies in
 * @param separator sign between its columns
 * @param header names of its columns
 * @param mapping column by field
 * @param schemaId schema of imported leads
 * @param doing what is being done, in words
 * @param doneBytes how much of it has been read
 * @param repeated rows with an e-mail address that an earlier row of the file has
 * @param problems the first rows that were left out
 * @param columns what stands in each column
 * @param notes what was repaired or found
 * @param failure why it ended early; empty when it did not
 * @param remedy what to do about that
 */
public record ImportDetails(
        long bytes,
        int pieces,
        String separator,
        List<String> header,
        Map<String, String> mapping,
        String schemaId,
        String doing,
        long doneBytes,
        long repeated,
        List<Problem> problems,
        List<Column> columns,
        List<String> notes,
        String failure,
        String remedy) {
    /**
     * A row that was left out.
     *
     * @param value what stood there; empty where it may name a person
     */
    public record Problem(long line, String field, String value, String problem, String remedy) {}

    /**
     * What stands in a column.
     *
     * @param missing rows that say nothing there
     * @param rows all rows
     * @param holds in words
     */
    public record Column(String name, long missing, long rows, String holds) {}

    ImportDetails mapped(Map<String, String> newMapping, String newSchemaId) {
        return new ImportDetails(
                bytes,
                pieces,
                separator,
                header,
                newMapping,
                newSchemaId,
                "Waiting",
                0,
                0,
                List.of(),
                columns,
                List.of(),
                "",
                "");
    }
}
