package io.deskhand.handoff;

import io.deskhand.service.contract.CommittedContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DeskStack.Shared.class)
class ContractTest {

    private final Browser anybody;

    ContractTest(DeskStack desk) {
        this.anybody = desk.browser();
    }

    @Test
    void the_service_serves_the_openapi_document_that_stands_in_docs() {
        CommittedContract.AGENTS.check(anybody.get("/api/openapi.json").json());
    }
}
