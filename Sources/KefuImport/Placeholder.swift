import KefuDomain
