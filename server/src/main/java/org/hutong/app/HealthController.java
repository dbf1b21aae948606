package org.hutong.app;

import org.hutong.access.AllowAnyone;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether this node can serve: for load balancers, the launcher and drills. */
@RestController
class HealthController {
    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
    private final ApplicationAvailability availability;
    private final DSLContext dsl;

    HealthController(ApplicationAvailability availability, DSLContext dsl) {
        this.availability = availability;
        this.dsl = dsl;
    }

    /** {@code up} with 200; {@code starting} or {@code database-down} with 503. */
    record Health(String status) {
    }

    @GetMapping("/api/health")
    @AllowAnyone
    ResponseEntity<Health> readHealth() {
        String status = status();
        return ResponseEntity.status(status.equals("up") ? 200 : 503).cacheControl(CacheControl.noStore()).body(new Health(status));
    }

    private String status() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return "starting";
        }
        try {
            dsl.fetchValue("select 1");
            return "up";
        } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
            LOG.warn("the database does not answer: {}", e.getMessage());
            return "database-down";
        }
    }
}
