package io.deskhand.service.contract;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the document at {@code /api/openapi.json}. */
@Configuration(proxyBeanMethods = false)
public class ContractWiring {

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    ServiceContract serviceContract(Contract contract) {
        return new ServiceContract(contract);
    }
}
