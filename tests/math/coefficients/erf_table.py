from mpmath import *
mp.prec=160
exec(open('exp_table.py').read().split('T=[')[0].split('mp.prec=200')[1])
w=mpf(49)/128; D=13
def interp(f,lo,hi,n):
    xs=[(lo+hi)/2+(hi-lo)/2*cos(pi*(j+mpf(1)/2)/(n+1)) for j in range(n+1)]
    A=matrix(n+1,n+1); b=matrix(n+1,1)
    for i,x in enumerate(xs):
        for j in range(n+1): A[i,j]=x**j
        b[i]=f(x)
    return list(lu_solve(A,b))
cols=[]
for k in range(16):
    c=k*w
    if k==0:
        g=interp(lambda z: erf(sqrt(z))/sqrt(z),mpf(10)**-12,(w/2)**2*mpf('1.001'),6)
        p=[mpf(0)]*14
        for i in range(7): p[2*i+1]=g[i]
    elif k==1:
        g=interp(lambda a: erf(a)/a, w/2*mpf('0.9999'), w*3/2*mpf('1.0001'),12); p=[mpf(0)]+g
    else:
        p=interp(lambda h: erf(c+h),-w/2*mpf('1.0001'),w/2*mpf('1.0001'),D)
    p[1]-=1
    p=[mpf(float(v)) for v in p]
    pr=list(p); pr[1]+=1
    cols.append(p)
    worst=0
    for i in range(1,40):
        h_=-w/2+w*i/200
        if k==0 and h_<=0: continue
        hh=h_+c if k==1 else h_
        worst=max(worst,abs(polyval(pr[::-1],hh)/erf(c+h_)-1))
    print("//",k,nstr(log(worst,2),5))

out=[]
for j in range(14): out.append('    {{'+arr([cols[k][j] for k in range(16)],6).strip()+'}}')
open('erf_rows.txt','w').write(',\n'.join(out))
