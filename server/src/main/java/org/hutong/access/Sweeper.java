package org.hutong.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what is over: sessions, codes, allowances, demo messages. Every node does it; two at once do no harm. */
@Component
class Sweeper {
    private final OfficerSessions officers;
    private final ResidentSessions residents;
    private final PhoneCodes codes;
    private final Allowances allowances;
    private final ObjectProvider<DemoMessages> demo;

    Sweeper(OfficerSessions officers, ResidentSessions residents, PhoneCodes codes, Allowances allowances, ObjectProvider<DemoMessages> demo) {
        this.officers = officers;
        this.residents = residents;
        this.codes = codes;
        this.allowances = allowances;
        this.demo = demo;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    int sweep() {
        int swept = officers.sweep() + residents.sweep() + codes.sweep() + allowances.sweep();
        DemoMessages messages = demo.getIfAvailable();
        return swept + (messages == null ? 0 : messages.sweep());
    }
}
