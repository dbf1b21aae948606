package org.hutong.town;

import org.hutong.kernel.RegionCode;

/** Cities and provinces outside Nantong that people come from or have gone to, with the share of each in hundreds. */
enum Origins {
    YANCHENG(320900, "江苏省盐城市", 9, 0), TAIZHOU(321200, "江苏省泰州市", 8, 0), HUAIAN(320800, "江苏省淮安市", 6, 0),
    LIANYUNGANG(320700, "江苏省连云港市", 4, 0), SUQIAN(321300, "江苏省宿迁市", 6, 0), XUZHOU(320300, "江苏省徐州市", 5, 0),
    SUZHOU(320500, "江苏省苏州市", 2, 30), NANJING(320100, "江苏省南京市", 1, 14), WUXI(320200, "江苏省无锡市", 1, 9),
    SHANGHAI(310000, "上海市", 2, 38), HANGZHOU(330100, "浙江省杭州市", 1, 5), BEIJING(110000, "北京市", 0, 4),
    FUYANG(341200, "安徽省阜阳市", 10, 0), LUAN(341500, "安徽省六安市", 6, 0), BOZHOU(341600, "安徽省亳州市", 6, 0), SUZHOU_AH(341300, "安徽省宿州市", 5, 0),
    ZHOUKOU(411600, "河南省周口市", 6, 0), SHANGQIU(411400, "河南省商丘市", 5, 0), ZHUMADIAN(411700, "河南省驻马店市", 4, 0),
    LINYI(371300, "山东省临沂市", 3, 0), HEZE(371700, "山东省菏泽市", 3, 0), NANCHONG(511300, "四川省南充市", 4, 0), DAZHOU(511700, "四川省达州市", 3, 0),
    CHONGQING(500000, "重庆市", 3, 0), HUANGGANG(421100, "湖北省黄冈市", 3, 0), SHANGRAO(361100, "江西省上饶市", 2, 0),
    ANKANG(610900, "陕西省安康市", 2, 0), BIJIE(520500, "贵州省毕节市", 3, 0), ZHAOTONG(530600, "云南省昭通市", 2, 0),
    DINGXI(621100, "甘肃省定西市", 2, 0), BAISE(451000, "广西壮族自治区百色市", 1, 0), QIQIHAR(230200, "黑龙江省齐齐哈尔市", 2, 0),
    KASHGAR(653100, "新疆维吾尔自治区喀什地区", 1, 0);

    private static final double[] COMING = new double[values().length];
    private static final double[] GONE = new double[values().length];

    static {
        double coming = 0;
        double gone = 0;
        for (Origins origin : values()) {
            coming += origin.in;
            gone += origin.out;
            COMING[origin.ordinal()] = coming;
            GONE[origin.ordinal()] = gone;
        }
    }

    private final int code;
    private final String name;
    private final int in;
    private final int out;

    Origins(int code, String name, int in, int out) {
        this.code = code;
        this.name = name;
        this.in = in;
        this.out = out;
    }

    static Origins from(Dice dice) {
        return values()[dice.weighted(COMING)];
    }

    static Origins gone(Dice dice) {
        return values()[dice.weighted(GONE)];
    }

    RegionCode region() {
        return new RegionCode(code * 1_000_000_000L);
    }

    String zh() {
        return name;
    }

    boolean otherProvince() {
        return code / 10_000 != 32;
    }

    /** Code of GB/T 3304 of somebody from there. */
    String ethnic(Dice dice) {
        double roll = dice.unit();
        return switch (this) {
            case KASHGAR -> roll < 0.85 ? "05" : "01";
            case BAISE -> roll < 0.7 ? "08" : "01";
            case BIJIE -> roll < 0.15 ? "06" : roll < 0.25 ? "07" : roll < 0.3 ? "15" : "01";
            case ZHAOTONG -> roll < 0.1 ? "07" : roll < 0.14 ? "06" : "01";
            case QIQIHAR -> roll < 0.06 ? "11" : roll < 0.1 ? "02" : "01";
            case DINGXI, ANKANG -> roll < 0.03 ? "03" : roll < 0.04 ? "04" : "01";
            default -> roll < 0.008 ? "03" : roll < 0.012 ? "15" : "01";
        };
    }
}
