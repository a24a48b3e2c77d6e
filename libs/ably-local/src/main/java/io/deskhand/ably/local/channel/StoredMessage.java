package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.summary.Summary;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message in the history with its versions and annotations. */
public final class StoredMessage {
    /** Approximate bytes of an object beside its content. */
    private static final int OVERHEAD = 600;

    private final Message created;
    private Message latest;
    private long bytes;
    private @Nullable List<Message> later;
    private @Nullable List<Annotation> annotations;
    private @Nullable Summary summary;

    StoredMessage(Message created) {
        this.created = created;
        this.latest = created;
        this.bytes = created.size() + OVERHEAD;
    }

    /** The newest version, with the summary of annotations when there is any. */
    public Message latest() {
        return summary == null ? latest : latest.withSummary(summary.toNode());
    }

    /** Creation first, then the kept later versions in order. */
    public List<Message> versions() {
        List<Message> all = new ArrayList<>();
        all.add(created);
        if (later != null) {
            all.addAll(later);
        }
        return all;
    }

    public List<Annotation> annotations() {
        return annotations == null ? List.of() : List.copyOf(annotations);
    }

    /** The summary of the message's annotations. */
    public Summary summary() {
        Summary present = summary;
        if (present == null) {
            present = new Summary();
            summary = present;
        }
        return present;
    }

    /** Approximate bytes of the message, its versions and annotations. */
    long bytes() {
        return bytes;
    }

    /** Adds a version and returns by how many bytes the size grew. */
    long addVersion(Message version, int kept) {
        long before = bytes;
        latest = version;
        bytes += version.size() + OVERHEAD;
        List<Message> list = later;
        if (list == null) {
            list = new ArrayList<>(2);
            later = list;
        }
        list.add(version);
        if (list.size() > kept) {
            bytes -= list.removeFirst().size() + OVERHEAD;
        }
        return bytes - before;
    }

    /** Adds an annotation and returns by how many bytes the size grew. */
    long addAnnotation(Annotation annotation, int kept) {
        long before = bytes;
        bytes += annotation.payload().size() + OVERHEAD;
        summary().apply(annotation);
        List<Annotation> list = annotations;
        if (list == null) {
            list = new ArrayList<>(2);
            annotations = list;
        }
        list.add(annotation);
        if (list.size() > kept) {
            bytes -= list.removeFirst().payload().size() + OVERHEAD;
        }
        return bytes - before;
    }
}
