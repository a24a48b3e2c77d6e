package io.deskhand.brain;

/**
 * What a model says that it read and wrote.
 *
 * @param inputTokens tokens of the requests
 * @param outputTokens tokens of the answers, those of tool calls and hidden reasoning included
 */
public record Usage(long inputTokens, long outputTokens) {

    public Usage {
        if (inputTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException(
                    "unable to count tokens; " + inputTokens + " or " + outputTokens + " is negative");
        }
    }

    public Usage plus(Usage other) {
        return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens);
    }

    public long tokens() {
        return inputTokens + outputTokens;
    }
}
