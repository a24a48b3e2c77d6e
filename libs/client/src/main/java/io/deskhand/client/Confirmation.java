package io.deskhand.client;

import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ErrorInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the answer to something asked over the realtime connection. */
final class Confirmation {

    private Confirmation() {}

    /** What is asked; the listener receives the answer. */
    interface Asking {
        void ask(CompletionListener listener) throws AblyException;
    }

    /** @throws DeskhandException if it was refused, or not answered in time: it may have happened all the same */
    static void await(String what, Duration patience, Asking asking) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        try {
            asking.ask(new CompletionListener() {
                @Override
                public void onSuccess() {
                    answered.complete(null);
                }

                @Override
                public void onError(ErrorInfo reason) {
                    answered.completeExceptionally(failed(what, reason));
                }
            });
            answered.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (AblyException e) {
            throw failed(what, e.errorInfo);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeskhandException failure) {
                throw failure;
            }
            throw DeskhandException.noAnswer("unable to " + what + "; " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw DeskhandException.noAnswer("unable to " + what + "; no answer in " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DeskhandException.noAnswer("unable to " + what + "; interrupted", e);
        }
    }

    static DeskhandException failed(String what, ErrorInfo reason) {
        return new DeskhandException(
                reason.statusCode, "realtime_" + reason.code, "unable to " + what + "; " + reason.message);
    }
}
