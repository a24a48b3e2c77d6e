package io.deskhand.ably.local.channel;

import java.util.List;

/**
 * The result of a publish.
 *
 * @param messageId the id that the messages of the publish share
 * @param serials of its messages in their order; for an operation on a message, the serial of the new version
 */
public record PublishResult(String messageId, List<String> serials) {}
