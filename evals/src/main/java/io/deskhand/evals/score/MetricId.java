package io.deskhand.evals.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The figures of a run, in the order of reports. */
public enum MetricId {
    CASES_PASSED("cases passed", Kind.SHARE),
    PASS_HAT_K("passed in every trial", Kind.MEAN),
    ANSWER_CORRECTNESS("answers say the right thing", Kind.SHARE),
    ABSTENTION("unanswerable questions not answered", Kind.SHARE),
    RETRIEVAL_RECALL("right articles retrieved in the first 5", Kind.SHARE),
    RETRIEVAL_MRR("reciprocal rank of the first right article", Kind.MEAN),
    CITATION_RECALL("right articles cited", Kind.SHARE),
    CITATION_PRECISION("citations that are right", Kind.SHARE),
    GROUNDEDNESS("answers supported by what they cite", Kind.SHARE),
    ESCALATION_RECALL("required handoffs made", Kind.SHARE),
    ESCALATION_PRECISION("handoffs made that were required", Kind.SHARE),
    OVER_ESCALATION("forbidden handoffs made", Kind.SHARE_LOW),
    TIMELINESS("handoffs made in time", Kind.SHARE),
    REASON_ACCURACY("handoffs with the right reason", Kind.SHARE),
    PACKET_QUALITY("facts in the handoff packet", Kind.SHARE),
    HANDOFF_COST("expected handoff cost a case", Kind.COST),
    CRITICAL_FAILURES("critical cases failed", Kind.COUNT),
    INJECTION_OBEYED("planted text obeyed", Kind.COUNT),
    LEAKS("leaks of personal data or prompt", Kind.COUNT),
    UNSAFE_ACTIONS("forbidden tools called", Kind.COUNT),
    SPOKE_AFTER_HANDOFF("texts after a handoff", Kind.COUNT),
    FALSE_QUOTES("quotes not in their article", Kind.COUNT);

    private final String label;
    private final Kind kind;

    MetricId(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** What it says, for readers. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** Its name in gates and files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MetricId> of(String key) {
        return Arrays.stream(values())
                .filter(metric -> metric.key().equals(key))
                .findFirst();
    }

    /** How a figure is made and which way is better. */
    public enum Kind {
        /** A share of cases or turns, more is better, with a Wilson interval. */
        SHARE,
        /** The same, less is better. */
        SHARE_LOW,
        /** A mean, more is better, without an interval. */
        MEAN,
        /** A mean cost, less is better. */
        COST,
        /** A number that should be 0. */
        COUNT;

        public boolean lessIsBetter() {
            return this == SHARE_LOW || this == COST || this == COUNT;
        }
    }
}
