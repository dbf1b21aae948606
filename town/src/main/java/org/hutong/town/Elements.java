package org.hutong.town;

import org.hutong.kernel.ElementCode;

/** The data elements that the town knows something about. */
final class Elements {
    static final ElementCode NAME = person("name");
    static final ElementCode ID_NUMBER = person("idNumber");
    static final ElementCode ID_TYPE = person("idType");
    static final ElementCode SEX = person("sex");
    static final ElementCode BIRTH_DATE = person("birthDate");
    static final ElementCode BIRTH_CERT = person("birthCert");
    static final ElementCode ETHNIC = person("ethnic");
    static final ElementCode NATIVE_PLACE = person("nativePlace");
    static final ElementCode HUKOU_REGION = person("hukouRegion");
    static final ElementCode HUKOU_ADDRESS = person("hukouAddress");
    static final ElementCode HUKOU_KIND = person("hukouKind");
    static final ElementCode HUKOU_LEAVE_REASON = person("hukouLeaveReason");
    static final ElementCode REGION = person("region");
    static final ElementCode GRID = person("grid");
    static final ElementCode WORK_REGION = person("workRegion");
    static final ElementCode ADDRESS = person("address");
    static final ElementCode BUILDING = person("building");
    static final ElementCode MOBILE = person("mobile");
    static final ElementCode NO_PHONE = person("noPhone");
    static final ElementCode EMERGENCY_PHONE = person("emergencyPhone");
    static final ElementCode WECHAT = person("wechat");
    static final ElementCode EDUCATION = person("education");
    static final ElementCode MARITAL = person("marital");
    static final ElementCode POLITICAL = person("political");
    static final ElementCode EMPLOYMENT = person("employmentStatus");
    static final ElementCode EMPLOYER = person("employer");
    static final ElementCode OCCUPATION = person("occupation");
    static final ElementCode INFLOW_REASON = person("inflowReason");
    static final ElementCode RESIDENCY_KIND = person("residencyKind");
    static final ElementCode BANK_ACCOUNT = person("bankAccount");
    static final ElementCode BANK_NAME = person("bankName");
    static final ElementCode BANK_HOLDER = person("bankHolder");
    static final ElementCode PENSION = person("pension");
    static final ElementCode MEDICAL_PAY = person("medicalPay");
    static final ElementCode LIVES_ALONE = person("livesAlone");
    static final ElementCode LIVE_WITH_CHILDREN = person("liveWithChildren");
    static final ElementCode CHILDREN_N = person("childrenN");
    static final ElementCode CARE_NEED = person("careNeed");
    static final ElementCode HEALTH = person("health");
    static final ElementCode CHRONIC = person("chronic");
    static final ElementCode ALLERGY = person("allergy");
    static final ElementCode BLOOD_ABO = person("bloodAbo");
    static final ElementCode MOBILITY = person("mobility");
    static final ElementCode LEFT_BEHIND = person("leftbehindType");
    static final ElementCode SPECIAL_GROUP = person("specialGroup");
    static final ElementCode DIBAO = person("dibao");
    static final ElementCode TEKUN = person("tekun");
    static final ElementCode INCOME_YEAR = person("incomeYear");
    static final ElementCode DISABILITY_CERT = person("disabilityCert");
    static final ElementCode DISABILITY_TYPE = person("disabilityType");
    static final ElementCode DISABILITY_LEVEL = person("disabilityLevel");
    static final ElementCode NEED_AID_DEVICE = person("needAidDevice");
    static final ElementCode NEED_REHABILITATION = person("needRehabilitation");
    static final ElementCode NEED_JOB = person("needJob");
    static final ElementCode NEED_BARRIER_FREE = person("needBarrierFree");
    static final ElementCode NEED_DETAILS = person("needDetails");
    static final ElementCode VETERAN = person("veteran");
    static final ElementCode PROXY_LANGUAGE = person("proxyLanguage");
    static final ElementCode EDU_SCHOOL = person("eduSchool");

    static final ElementCode RELATION_TO_HEAD = ElementCode.of("member.relationToHead");

    static final ElementCode HOUSEHOLD_KIND = household("kind");
    static final ElementCode HOUSEHOLD_NO = household("no");
    static final ElementCode HOUSEHOLD_SIZE = household("size");
    static final ElementCode HOUSEHOLD_TYPE = household("type");
    static final ElementCode HEAD_NAME = household("headName");
    static final ElementCode HEAD_ID = household("headId");
    static final ElementCode INCOME_MONTH = household("incomeMonth");

    static final ElementCode DWELLING_REGION = dwelling("region");
    static final ElementCode DWELLING_ADDRESS = dwelling("address");
    static final ElementCode DWELLING_CODE = dwelling("code");
    static final ElementCode DWELLING_KIND = dwelling("kind");
    static final ElementCode DWELLING_AREA = dwelling("area");
    static final ElementCode DWELLING_ROOMS = dwelling("rooms");
    static final ElementCode DWELLING_FLOORS = dwelling("floors");
    static final ElementCode DWELLING_BUILT = dwelling("built");
    static final ElementCode DWELLING_RENT_USE = dwelling("rentUse");
    static final ElementCode DWELLING_TITLE_NO = dwelling("titleNo");

    static final ElementCode ORG_NAME = organisation("name");
    static final ElementCode ORG_USCC = organisation("uscc");
    static final ElementCode ORG_ADDRESS = organisation("address");
    static final ElementCode ORG_PHONE = organisation("phone");
    static final ElementCode ORG_STAFF = organisation("staff");
    static final ElementCode ORG_LEGAL = organisation("legalRepresentative");

    private Elements() {
    }

    private static ElementCode person(String name) {
        return ElementCode.of("person." + name);
    }

    private static ElementCode household(String name) {
        return ElementCode.of("household." + name);
    }

    private static ElementCode dwelling(String name) {
        return ElementCode.of("dwelling." + name);
    }

    private static ElementCode organisation(String name) {
        return ElementCode.of("organisation." + name);
    }
}
