# c near the reciprocal of the middle of each interval with -log(c) close to a multiple of 2^-44
from mpmath import mp, mpf, log, nint
import random
mp.prec=140
random.seed(1)
ln2=log(mpf(2))
def find(lo,hi):
    mid=2/(mpf(lo)+mpf(hi))*(1+mpf("0.000031415926535897")*mp.e)
    # choose c = multiples of 2^-53 near mid; -log c linear: use step scanning with floats of high precision ints
    base=int(nint(mid*2**50))
    S=2**110
    c0=mpf(base)/2**50
    L0=int(nint(-log(c0)*S)); M=2**(110-43)
    best=None
    # derivative: -1/c * 2^-50 ; second +1/(2c^2)
    d1=-1/c0/2**50; d2=1/c0**2/2**101; d3=-1/c0**3/3/2**150
    D1b=int(nint(d1*2**170)); D2b=int(nint(d2*2**170))
    for i in range(0,400000):
        l=L0+((D1b*i+D2b*i*i)>>60)
        r=l%M
        if r>M//2: r=M-r
        if best is None or r<best[0]: best=(r,i)
    i=best[1]; c=mpf(base+i)/2**50
    h=nint(-log(c)*2**43)/2**43
    print("  pred",float(mp.log(best[0]+1)/ln2-110)); return c,h,abs(h+log(c))
for name in ("log","softplus"):
    cs=[];hs=[];lo_r=0;hi_r=0
    for k in range(16):
        lo,hi=mpf(1)+mpf(k)/16,mpf(1)+mpf(k+1)/16
        if name=="log" and k>=8: lo/=2;hi/=2
        if k==0 or (k==15 and name=="log"): c,h,e=mpf(1),mpf(0),0
        else: c,h,e=find(lo,hi)
        lo_r=min(lo_r,lo*c-1);hi_r=max(hi_r,hi*c-1)
        cs.append(float(c).hex());hs.append(float(h).hex())
        assert mpf(float(c))==c and mpf(float(h))==h
        print(k,float(c).hex(),float(h).hex(),mp.nstr(log(e+mpf(10)**-40)/ln2,5))
    print(name,float(lo_r),float(hi_r)); print(", ".join(cs)); print(", ".join(hs))
