package org.hutong.access;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what is over: sessions, codes, allowances, demo messages. Every node does it; two at once do no harm. */
@Component
class Sweeper {
    private final OfficerSessions officers;
    private final ResidentSessions residents;
    private final PhoneCodes codes;
    private final Allowances allowances;
    private final DemoMessages demo;

    Sweeper(OfficerSessions officers, ResidentSessions residents, PhoneCodes codes, Allowances allowances, DemoMessages demo) {
        this.officers = officers;
        this.residents = residents;
        this.codes = codes;
        this.allowances = allowances;
        this.demo = demo;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    int sweep() {
        return officers.sweep() + residents.sweep() + codes.sweep() + allowances.sweep() + demo.sweep();
    }
}
