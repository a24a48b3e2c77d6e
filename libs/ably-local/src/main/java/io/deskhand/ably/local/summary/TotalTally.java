package io.deskhand.ably.local.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Annotation;

/** {@code total}: each annotation counts one. */
final class TotalTally extends AnnotationTally {
    private int total;

    @Override
    void add(Annotation annotation) {
        total++;
    }

    @Override
    void remove(Annotation annotation) {
        total = Math.max(0, total - 1);
    }

    @Override
    ObjectNode toNode() {
        return object().put("total", total);
    }

    @Override
    ObjectNode toNode(String clientId) {
        return toNode();
    }

    @Override
    boolean needsClient() {
        return false;
    }

    @Override
    boolean needsName() {
        return false;
    }
}
