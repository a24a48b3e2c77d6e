package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rewind parameter of an attachment: a number of messages or a time.
 *
 * @param messages maximum number; 0 = by time
 * @param millis maximum age; 0 = by number
 */
record Rewind(int messages, long millis) {
    static final int MAX_MESSAGES = 100;
    private static final long MAX_MILLIS = 120_000;
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([sm]?)");

    /**
     * The rewind that a channel parameter asks for.
     *
     * @throws AblyException 40000 when it is neither {@code N}, {@code Ns} nor {@code Nm}
     */
    static Rewind parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Errors.badRequest("unable to attach; rewind must be a number, or a time such as 30s or 2m");
        }
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> new Rewind(0, Math.min(number * 1000L, MAX_MILLIS));
            case "m" -> new Rewind(0, Math.min(number * 60_000L, MAX_MILLIS));
            default -> new Rewind(number, 0);
        };
    }

    /** The messages to replay, oldest first; one more than the limit when there are too many. */
    List<Message> select(Channel channel) {
        List<Message> selected = new ArrayList<>();
        Iterator<StoredMessage> newest = channel.history().iterate(false, null, null);
        long since = channel.now() - millis;
        int most = millis > 0 ? MAX_MESSAGES + 1 : Math.min(messages, MAX_MESSAGES + 1);
        while (selected.size() < most && newest.hasNext()) {
            Message message = newest.next().latest();
            if (millis > 0 && message.timestamp() < since) {
                break;
            }
            selected.add(message);
        }
        Collections.reverse(selected);
        return selected;
    }
}
