package io.deskhand.bot;

import io.deskhand.service.contract.CommittedContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BotStack.Shared.class)
class ContractTest {

    private final Caller anybody;

    ContractTest(BotStack bots) {
        this.anybody = bots.anonymous();
    }

    @Test
    void the_service_serves_the_openapi_document_that_stands_in_docs() {
        CommittedContract.CUSTOMERS.check(anybody.get("/api/openapi.json").json());
    }
}
