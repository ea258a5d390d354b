package io.nqba.compute.sales.scoring;

import io.nqba.compute.kernel.scoring.Examples;

/**
 * The leads of a partition whose outcome is known, in the order of their ids.
 *
 * @param all values in the order of the schema
 * @param createdMillis when each came in
 * @param open the others, counted
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record KnownLeads(Examples all, long[] createdMillis, OpenLeads open) {
    int rows() {
        return createdMillis.length;
    }

    boolean taken(Share share, int row) {
        return share.takes(all.ids()[row], createdMillis[row]);
    }

    /** Returns some of the leads, their features as columns. */
    Examples examples(Share share, LeadEncoding encoding, int[] features) {
        int count = 0;
        for (int row = 0; row < rows(); row++) {
            count += taken(share, row) ? 1 : 0;
        }
        int width = encoding.width();
        float[] columns = new float[count * width];
        boolean[] outcomes = new boolean[count];
        long[] ids = new long[count];
        int at = 0;
        for (int row = 0; row < rows(); row++) {
            if (!taken(share, row)) {
                continue;
            }
            for (int column = 0; column < width; column++) {
                float value = all.features()[row * all.width() + features[encoding.feature(column)]];
                columns[at * width + column] = encoding.column(column, value);
            }
            outcomes[at] = all.outcomes()[row];
            ids[at] = all.ids()[row];
            at++;
        }
        return new Examples(width, columns, outcomes, ids);
    }
}
