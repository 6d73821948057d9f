package org.dongvon.command;

import javax.sql.DataSource;
import org.dongvon.shared.WebOnly;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * The beans of all modules without their pages, on a data source that the caller brings: what commands work with. No
 * {@code @Configuration}, so that the server with pages does not find it.
 */
@ComponentScan(
        basePackages = "org.dongvon",
        excludeFilters = {
            @ComponentScan.Filter({Controller.class, ControllerAdvice.class, WebOnly.class, SpringBootApplication.class
            }),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.dongvon\\.(command|support)\\..*")
        })
public class ModuleBeans {

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
