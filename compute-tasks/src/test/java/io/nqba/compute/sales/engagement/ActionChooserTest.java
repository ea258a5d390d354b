package io.nqba.compute.sales.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nqba.compute.sales.engagement.ActionChooser.LeadState;
import io.nqba.model.sales.ActivityKind;
import io.nqba.model.sales.engagement.ActionKind;
import io.nqba.model.sales.engagement.ActionOption;
import io.nqba.model.sales.engagement.NextAction;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ActionChooserTest {
    /** 4,000 leads in two grades: called ones were won 10 points more often, and better grades were called more. */
    private static final long[][][] CALLS = {{{200, 60}, {1_800, 720}}, {{1_800, 180}, {200, 40}}};

    private static final ActionEffect NOTHING = ActionEffect.of(new long[][][] {{{500, 100}, {500, 101}}});

    @Test
    void gradesAreComparedWithTheirLikes() {
        ActionEffect effect = ActionEffect.of(CALLS);

        // Over all grades at once the called ones won 38 %, the others 12 %: 26 points, of which 16 are the grade.
        assertThat(effect.mean()).isCloseTo(0.1, within(0.02));
        assertThat(effect.isSignal()).isTrue();
        assertThat(effect.with()).isEqualTo(2_000);
    }

    @Test
    void fewLeadsSayLittleAndNoneSayNothing() {
        ActionEffect few = ActionEffect.of(new long[][][] {{{3, 0}, {3, 3}}});

        assertThat(few.mean()).isBetween(0.0, 0.06);
        assertThat(few.isSignal()).isFalse();
        assertThat(ActionEffect.of(new long[][][] {{{9, 3}, {0, 0}}}))
                .isEqualTo(new ActionEffect(0, ActionEffect.PRIOR_DEVIATION, 0, 9));
    }

    /** Where actions change nothing, the 90 % interval leaves 0 out in at most one book of ten. */
    @Test
    void chanceIsRarelyTakenForASignal() {
        SplittableRandom dice = new SplittableRandom(7);
        int signals = 0;
        for (int book = 0; book < 400; book++) {
            long[][][] counts = new long[3][2][2];
            for (int lead = 0; lead < 600; lead++) {
                int grade = dice.nextInt(3);
                long[] group = counts[grade][dice.nextInt(10) < 3 + grade ? 1 : 0];
                group[0]++;
                group[1] += dice.nextDouble() < 0.1 + 0.2 * grade ? 1 : 0;
            }
            signals += ActionEffect.of(counts).isSignal() ? 1 : 0;
        }

        assertThat(signals).isLessThan(60);
    }

    @Test
    void whatIsWorthMostAfterItsHoursComesFirst() {
        NextAction next = choose(lead(1_000, 20, true, "", 10));

        // A tenth of 1,000 less half an hour at 20.
        assertThat(next.best().kind()).isEqualTo(ActionKind.CALL);
        assertThat(next.best().value()).isCloseTo(0.1 * 1_000 - 10, within(20.0));
        assertThat(next.best().lowValue()).isLessThan(next.best().value());
        assertThat(next.best().highValue()).isGreaterThan(next.best().value());
        assertThat(next.best().reason()).contains("2,000 closed leads had this", "points more often");
        assertThat(next.basis()).contains("not what an action causes");
    }

    @Test
    void dearHoursMakeItBetterToWaitOrToGiveUp() {
        assertThat(choose(lead(1_000, 400, true, "", 0.5)).best().kind()).isEqualTo(ActionKind.WAIT);
        assertThat(choose(lead(1_000, 400, true, "", 10)).best().kind()).isEqualTo(ActionKind.GIVE_UP);
        assertThat(choose(lead(1_000, 400, true, "", 10)).best().value())
                .as("ten hours at 400 less three tenths of 1,000")
                .isCloseTo(3_700, within(1e-9));
    }

    @Test
    void whatIsNotAllowedComesLastAndSaysWhy() {
        NextAction next = choose(lead(1_000, 0, false, "The person withdrew consent to calls.", 10));

        ActionOption call = option(next, ActionKind.CALL);
        assertThat(call.possible()).isFalse();
        assertThat(call.reason()).isEqualTo("The person withdrew consent to calls.");
        assertThat(next.best().possible()).isTrue();
        assertThat(next.best().kind()).isNotEqualTo(ActionKind.GIVE_UP);
        assertThat(next.basis()).contains("No assignment has priced hours yet");
    }

    @Test
    void aContactOfTodayLetsItRest() {
        NextAction next = new ActionChooser(
                        history(), new LeadState("l-1", false, 0.3, 1_000, 10, 20, true, 0.4, false, "", ""))
                .choose();

        assertThat(next.best().kind()).isEqualTo(ActionKind.WAIT);
        assertThat(option(next, ActionKind.CALL).reason())
                .isEqualTo("The last contact was 0.4 days ago; let two pass.");
    }

    private static ActionOption option(NextAction next, ActionKind kind) {
        return Arrays.stream(next.options())
                .filter(option -> option.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static NextAction choose(LeadState lead) {
        return new ActionChooser(history(), lead).choose();
    }

    private static ActionHistory history() {
        return new ActionHistory(
                Map.of(
                        ActivityKind.CALL,
                        ActionEffect.of(CALLS),
                        ActivityKind.EMAIL,
                        NOTHING,
                        ActivityKind.MEETING,
                        NOTHING,
                        ActivityKind.TASK,
                        NOTHING),
                0.25,
                4_000);
    }

    private static LeadState lead(double worth, double hourPrice, boolean priced, String mayCall, double workHours) {
        return new LeadState("l-1", false, 0.3, worth, workHours, hourPrice, priced, 9, false, "", mayCall);
    }
}
